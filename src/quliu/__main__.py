"""`python -m quliu`."""

from quliu.cli.main import main

if __name__ == "__main__":
    main(prog_name="quliu")
