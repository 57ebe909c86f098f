"""The way from the window to what leaves it: pictures, films, slides, pages, worksheets, programs."""
