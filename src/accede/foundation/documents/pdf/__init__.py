"""A document as tagged PDF (PDF/UA-1), set by Typst in a process apart, which has little time and memory.

The words of a document reach Typst as data, never as markup: nothing that somebody writes can be run or read a file.
"""
