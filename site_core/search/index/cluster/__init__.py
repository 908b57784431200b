"""Keys in an OpenSearch or Elasticsearch cluster, for who has more pages or readers than the database stands."""
