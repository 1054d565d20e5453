"""What is known of pandas' frames: columns, each with its dtype and whether it is empty, all NA, neither or unknown."""
