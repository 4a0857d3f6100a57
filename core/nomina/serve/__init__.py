"""The local service: the same verbs over HTTP, for scripts and for Label Studio. docs/service.md has its promises.

It is an extra (`pip install 'nomina[serve]'`): FastAPI, pydantic and uvicorn are imported in this package alone, and
nothing else of the core imports it but its command.
"""
