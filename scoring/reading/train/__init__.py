"""Training the reader's heads: done at build time, with scikit-learn; never needed to play."""
