"""Training the reader anew: repeatable to the byte, so on one thread."""

import os

# Sums over several threads differ in their last digits; set before numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
