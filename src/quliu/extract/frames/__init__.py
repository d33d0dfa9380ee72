"""Frames: one handler per class of trigger, each looking for its arguments around the trigger."""
