from gevent import spawn as go
