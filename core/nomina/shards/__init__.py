"""A folder too big for one machine: encoded a shard at a time by as many workers as there are, and taken in at the end.

`embed_folder` lists the pictures of a folder or an object store, a thousand a shard, and has each shard encoded: on
this machine, or by Ray on many. What a shard gave is one Parquet file, so that a second run does what is missing and no
more. `add_embeddings` takes the files into a library as if the pictures had been added there. docs/scale.md has the
figures.
"""
