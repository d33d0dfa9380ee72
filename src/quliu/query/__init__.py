"""Every question the system answers, as functions over the ledger."""
