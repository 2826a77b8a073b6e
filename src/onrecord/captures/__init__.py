"""Addresses → the private store of captured pages: the one room that talks to the network.

It stands beside `articles/`, which reads what is stored here and never asks a server for anything:
so a build needs no network, and what a site allows is decided in one place.
"""
