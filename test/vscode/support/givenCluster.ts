/** The node that holds the sample corpus, and how many articles it has: said by whoever started the cluster. */
export const givenCluster = (): { readonly node: string; readonly articles: number } =>
  JSON.parse(process.env['CORPUS_EXPLORER_TEST_CLUSTER'] ?? '') as { node: string; articles: number };
