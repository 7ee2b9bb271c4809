export const keyword = { type: 'keyword' };
export const text = { type: 'text' };

/** The fields that matter of Datashare's mapping; what kind of field names the publisher varies. */
export const datashare = (publisher: object = keyword) => ({
  properties: {
    join: { type: 'join' },
    type: keyword,
    content: text,
    path: keyword,
    title: keyword,
    language: keyword,
    contentType: keyword,
    extractionDate: { type: 'date' },
    mention: text,
    mentionNorm: keyword,
    metadata: {
      properties: {
        tika_metadata_dcterms_created: { type: 'date' },
        tika_metadata_dc_publisher: publisher,
        tika_metadata_dc_creator: text,
      },
    },
  },
});

/** A document; `more` are further fields of it. */
export const ofDatashare = (id: string, content: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  source: { type: 'Document', content, path: `/vault/${id}.html`, language: 'FRENCH', ...more },
});

/** A name that Datashare found in a document, an organization, and where. */
export const named = (parent: string, mention: string, offsets: readonly number[], isHidden = false) => ({
  id: `${parent}-${mention}-${isHidden}`,
  parent,
  source: {
    type: 'NamedEntity',
    mention,
    mentionNorm: mention.toLowerCase(),
    category: 'ORGANIZATION',
    documentId: parent,
    offsets,
    isHidden,
  },
});
