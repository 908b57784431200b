"""What /readyz asks.

A room adds its own check by adding a line in base.py: name -> function that raises when unwell.
"""

READINESS_CHECKS = {
    "database": "site_core.health.checks.database",
    "migrations": "site_core.health.checks.migrations",
    "cache": "site_core.health.checks.shared_cache",
    "disk": "site_core.health.checks.disk",
    "media": "site_core.health.checks.media",
}
# Out of order, these slow the site down or forget a limit; readers are still served, so no load balancer
# should react.
READINESS_OPTIONAL = ("cache",)
READINESS_MIN_FREE_BYTES = 200 * 2**20
