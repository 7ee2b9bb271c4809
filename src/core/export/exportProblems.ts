/** Why an export cannot be written, or no further, and what to do; in English, by rule. Data, so that a view can say it in its own language. */
export const exportProblems = {
  isSource:
    'This is a file of the corpus. Choose another name: an export writes over nothing that it is made from.',
  insideCorpus:
    'The export would lie in the corpus and be read as articles. Choose a place outside, or the folder .corpus.',
  notAFolder: 'There is a file of this name. Choose a new folder.',
  isAFolder: 'There is a folder of this name. Choose another name.',
  notEmpty: 'The folder holds other files. Choose a new or an empty one.',
  exists: 'There is a file of this name already.',
  diskFull: 'The disk is full. Make room and export again; nothing was written over.',
  noRights: 'There is no right to write here. Choose another place or change its permissions.',
  targetGone: 'The folder is gone or cannot be reached.',
  cannotWrite: 'The export cannot be written ({code}).',
} as const satisfies Readonly<Record<string, string>>;
