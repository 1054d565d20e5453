# why: columns of a table: `and` would drop the first half, `&` keeps all
import sqlalchemy as sa

A = sa.column("a", sa.Integer)
B = sa.column("b", sa.Integer)
C = sa.column("c", sa.Integer)


def where():
    return str(A != B != C)  # expect: PIT205


CHECKS = [(where, "a != b AND b != c AND a != c")]
