/** How elements of HTML shape the text of a page. Names in lower case. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Their text is no text of the page. */
export const skippedTags = set(
  'script style noscript template svg math iframe object embed canvas select datalist head video audio textarea',
);

/** They begin and end a line. */
export const blockTags = set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
);

/** They stand apart by a blank line. */
export const apartTags = set('p h1 h2 h3 h4 h5 h6 ul ol table blockquote pre figure dl article section');

/** They have no end tag. */
export const voidTags = set('area base br col embed hr img input link meta param source track wbr');

/** Their words stand out from the text around. */
export const emphasisTags = set('b strong em i u mark big');
