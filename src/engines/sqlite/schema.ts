/** Raised with every change of the tables or of what is packed into them: an older index is built anew. */
export const schemaVersion = 14;

/**
 * `name` is one folded name as articles key it; `entity` is what the tree shows: a set of names, known by the id of the
 * one that stands for all, or 0 when the user says that it is none. Of a name's mentions
 * `sure` were read with confidence; an entity stands in the `list` of its type, or in that of the unsure ones. `curated` are entities that the user spoke of, with
 * the names the user gave them. `doc` numbers articles. Packed columns are described where they are written:
 * `posting`, `forward` and `unit` in postings.ts, forwardIndex.ts and namedUnits.ts, `columns` in documentColumns.ts,
 * `mentions` and `boilerplate` in articleRows.ts, `mapping` in entityTable.ts. An entity is plain when it has one name and
 * that one spelling: its counts and its label follow from its name's. `sketch` (packed in sketchBlocks.ts) tells copies, and `version`
 * holds the articles that have some, with their family: copies.ts. `undated_title` is the folded title
 * of an undated article: such articles are listed by it. `same_text` has the fingerprints that articles of several days have.
 */
export const schema = `
  CREATE TABLE meta (field TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO meta VALUES ('generation', 0), ('isComplete', 0), ('documents', 0);
  CREATE TABLE note (field TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE file (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, modified_ms REAL NOT NULL, size INTEGER NOT NULL, skipped TEXT,
    is_left_out INTEGER NOT NULL, is_partial INTEGER NOT NULL, fields TEXT
  );
  CREATE INDEX file_skipped ON file (path) WHERE skipped IS NOT NULL;
  CREATE INDEX file_left_out ON file (is_left_out) WHERE is_left_out;

  CREATE TABLE article (
    doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file INTEGER NOT NULL, date INTEGER NOT NULL, title TEXT NOT NULL,
    outlet INTEGER NOT NULL, language INTEGER NOT NULL, details TEXT, place_offset INTEGER, place_length INTEGER,
    place_line INTEGER, marks INTEGER NOT NULL, fingerprint INTEGER NOT NULL,
    undated_title TEXT
  );
  CREATE INDEX article_file ON article (file);
  CREATE INDEX article_date ON article (date, id);
  CREATE INDEX article_undated ON article (undated_title, id) WHERE date = 0;
  CREATE INDEX article_text ON article (fingerprint, date) WHERE fingerprint <> 0;
  CREATE TABLE same_text (fingerprint INTEGER PRIMARY KEY);

  CREATE TABLE sketch (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE version (doc INTEGER PRIMARY KEY, family INTEGER NOT NULL);
  CREATE INDEX version_family ON version (family);

  CREATE TABLE body (
    doc INTEGER PRIMARY KEY, length INTEGER NOT NULL, boilerplate BLOB NOT NULL, mentions BLOB NOT NULL, proofs TEXT
  );
  CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', contentless_delete=1, tokenize='ascii');
  -- Parts of the full-text index are merged eight at a time: by four, as SQLite has it, takes a sixth more for what is written.
  INSERT INTO words (words, rank) VALUES ('automerge', 8);
  -- Bytes of new words that are gathered before they are written as a part: all of a batch. By a megabyte, as SQLite has it, a batch of
  -- 600 articles makes several parts, which are merged again.
  INSERT INTO words (words, rank) VALUES ('hashsize', 8000000);

  CREATE TABLE name (
    id INTEGER PRIMARY KEY, type INTEGER NOT NULL, key TEXT NOT NULL, articles INTEGER NOT NULL, mentions INTEGER NOT NULL,
    sure INTEGER NOT NULL, entity INTEGER NOT NULL, UNIQUE (type, key)
  );
  CREATE INDEX name_joined ON name (entity) WHERE entity <> id;
  CREATE TABLE mapping (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE surface (
    id INTEGER PRIMARY KEY, name INTEGER NOT NULL, text TEXT NOT NULL, count INTEGER NOT NULL, UNIQUE (name, text)
  );
  CREATE TABLE suffix (
    words TEXT NOT NULL, name INTEGER NOT NULL, surface INTEGER NOT NULL, PRIMARY KEY (words, name, surface)
  ) WITHOUT ROWID;
  CREATE TABLE also (
    name INTEGER NOT NULL, other INTEGER NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (name, other)
  ) WITHOUT ROWID;
  CREATE INDEX also_other ON also (other);
  CREATE TABLE reason (
    name INTEGER NOT NULL, reason TEXT NOT NULL, articles INTEGER NOT NULL, PRIMARY KEY (name, reason)
  ) WITHOUT ROWID;
  CREATE TABLE entity (
    id INTEGER PRIMARY KEY, type INTEGER NOT NULL, label TEXT NOT NULL, key TEXT NOT NULL, articles INTEGER NOT NULL,
    mentions INTEGER NOT NULL, is_curated INTEGER NOT NULL, list INTEGER NOT NULL, is_plain INTEGER NOT NULL
  );
  CREATE TABLE curated (entity INTEGER PRIMARY KEY, label TEXT);
  CREATE INDEX entity_rank ON entity (list, articles DESC, mentions DESC, label, key);
  CREATE TABLE fact (
    id INTEGER PRIMARY KEY, doc INTEGER NOT NULL, name INTEGER NOT NULL, other INTEGER, kind TEXT NOT NULL,
    value TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, score REAL NOT NULL
  );
  CREATE INDEX fact_doc ON fact (doc);
  CREATE INDEX fact_name ON fact (name, score DESC);

  CREATE TABLE posting (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE forward (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE unit (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE columns (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE label (
    id INTEGER PRIMARY KEY, field TEXT NOT NULL, value TEXT NOT NULL, articles INTEGER NOT NULL, UNIQUE (field, value)
  );
  CREATE TABLE period (date INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
`;
