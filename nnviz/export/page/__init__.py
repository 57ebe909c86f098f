"""A page that runs anywhere: a network that trains in a browser, in one file that asks nothing of any network."""
