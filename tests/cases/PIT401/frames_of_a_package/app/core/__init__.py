from .tables import Table, blank as empty_table
