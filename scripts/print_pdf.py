# SPDX-License-Identifier: Apache-2.0
"""HTML on standard input to a tagged PDF (PDF/UA) on standard output. The server runs it for a brief, with the Python of the virtual
environment that it is told of (SENTINEL_PDF_PYTHON). Nothing is written to disk, nothing is fetched, memory and time are held."""
import resource
import sys

resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

from weasyprint import HTML  # noqa: E402
from weasyprint.urls import URLFetcher  # noqa: E402


class Nothing(URLFetcher):
    """No picture, style sheet or font is fetched, from wherever: a page that names one is made without it."""

    def fetch(self, url, headers=None):
        raise ValueError("nothing is fetched")


document = sys.stdin.buffer.read(5_000_001)
if len(document) > 5_000_000:
    sys.exit("too long")
pdf = HTML(string=document.decode("utf-8"), url_fetcher=Nothing()).write_pdf(pdf_variant="pdf/ua-1")
sys.stdout.buffer.write(pdf)
