"""A service."""
from service.app import Application

__all__ = ["Application"]
