# why: an empty package
