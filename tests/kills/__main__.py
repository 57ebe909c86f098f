"""``make kills``."""

import sys

from tests.kills.kills import main

sys.exit(main())
