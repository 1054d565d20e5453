from gevent.pool import Pool

pool = Pool(2)
