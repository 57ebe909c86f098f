"""Lectures: scenes and their cues, read from files into validated values. It draws nothing and knows no Qt.

A lecture has scenes, a scene has cues, and a cue is a state: which network, how far it has come, what is on screen.
"""
