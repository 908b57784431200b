"""Where readers' search keeps its keys: in the database, or in a cluster (docs/operations/search-cluster.md)."""

from site_core.search.index.cluster.address import cluster_from
from site_core.settings.environment import env

SEARCH_CLUSTER = cluster_from(env.str("SEARCH_URL", default=""))
