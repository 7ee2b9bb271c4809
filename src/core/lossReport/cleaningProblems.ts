/**
 * Why a corpus cannot be cleaned into a folder, or no further, and what to do; in English, by rule. `{name}` stands for a
 * value of the evidence. Data, so that a view can put its own language in their place.
 */
export const cleaningProblems = {
  insideCorpus:
    'The folder lies in the corpus, so that its copies would be read as articles. Choose another one.',
  notAFolder: 'It is not a folder. Choose another one.',
  notEmpty: 'The folder holds other files. Choose a new or an empty one.',
  otherCorpus: 'The folder holds copies of another corpus ({root}). Choose another one.',
  otherFormat: 'The folder holds copies in another format. Choose another one.',
  busy: 'Another run is writing into this folder (process {process}). Wait for its end.',
  diskFull: 'The disk is full. Make room and run it again: it goes on where it stopped.',
  noRights:
    'There is no right to write into the folder. Change its permissions and run it again: it goes on where it stopped.',
  targetGone:
    'The folder of copies is gone or cannot be reached. If it is back, run it again: it goes on where it stopped.',
  cannotWrite: 'The copies cannot be written ({code}). Run it again: it goes on where it stopped.',
  nameTooLong: 'Its name is too long for the folder of copies.',
} as const satisfies Readonly<Record<string, string>>;
