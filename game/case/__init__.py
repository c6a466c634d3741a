"""The case language: from a YAML file to a frozen case, and every problem on the way."""
