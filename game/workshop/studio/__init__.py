"""The studio: one page on this computer that follows a case's file as it is written."""
