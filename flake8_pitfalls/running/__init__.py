"""Many files: settings, discovery, processes, writing."""
