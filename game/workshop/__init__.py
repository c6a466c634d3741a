"""What a trainer uses to write cases: nothing here is needed to play one."""
