"""What holds the game to its word. Nothing here ships."""
