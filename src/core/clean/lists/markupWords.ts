/**
 * What the names that pages give to their elements (classes, ids, roles) say of the part they play. A name is read word
 * by word ("relatedPosts", "related_posts" and "related-posts" are the words related and posts); an entry of two words
 * asks for both in a row, and one with a star for any word that begins so.
 */
export const markupWords = {
  navigation:
    'nav, navs, navbar*, navigation, sitenavigation*, menu, menus, menubar, submenu*, megamenu*, subnav*, breadcrumb*, crumbs, toolbar, topbar, pagination, paginator, pager, sitemap, skip, skiplink*, hamburger',
  footer: 'footer*, foot, colophon, copyright, contentinfo',
  search: 'search*, recherche, buscador',
  related:
    'related*, relacionad*, recommend*, recirc*, readmore, read more, read next, read also, popular*, trending, mostread, most read, most popular, most viewed, outbrain*, taboola*, zergnet, upnext, up next, similar*, lire aussi, plus lus, mas leid*, you may, dont miss, see also, more from, more stories, more news, more articles, suggested*, relatednews, spotim*, nextup, next article, next post, prev post, previous post, post navigation',
  share:
    'share, shares, sharing, sharebar, sharebutton*, sharedaddy, social*, addthis*, addtoany*, a2a, follow*, partage*, compartir, jp relatedposts, sticky share',
  comments:
    'comment, comments, commentlist, commentform, commentary list, disqus*, respond, livefyre, vuukle, viafoura, replies, forum, kommentar*, commentaire*, comentario*, discussion, fb comments, coral',
  invitation:
    'newsletter*, subscribe*, subscription*, signup*, sign up, signin, sign in, login, register*, registration, donate*, donation, paywall*, regwall, abonne*, suscri*, cta, optin, mailchimp, membership, promo box, piano',
  notice: 'cookie*, consent*, gdpr, modal*, dialog*, popup*, overlay, onetrust, toast, lightbox, adblock*',
  tags: 'tags, taglist, tagcloud, tag list, tag links, topics, keywords, hashtags, etiquetas',
  header: 'header, masthead, banner, branding, logo, topper',
  sidebar: 'sidebar*, side, aside, rail, complementary, secondary, widget, widgets, right rail, right col*',
  teaser:
    'teaser*, promo*, latest, recent, next, prev, previous, also, more, headlines, further, spotlight, interlink*, crosslink*, internal link*, breaking, ticker, featured, featurette, read, stories, articles, news list, posts',
  cards:
    'card, cards, carousel*, slider*, swiper*, slick*, playlist, grid, river, stream, feed, archive, listing, list, item, items, collection, tile, tiles, slide',
  network:
    'facebook, twitter, whatsapp, pinterest, linkedin, fb, print, email, tools, actions, action, bookmark, buttons',
  advertisement:
    'ad, ads, advert*, adslot*, adunit*, dfp, gpt, sponsor*, promoted, publicid*, publicite*, adsbygoogle, native ad, affiliate*, commercial, billboard',
  author:
    'author*, byline*, bio, writer, contributor*, auteur*, autor*, signature, avatar, journalist, reporter, profile',
  about:
    'meta, metadata, date*, time, timestamp, published, posted, dateline, info, category, categories, kicker, eyebrow, rubri*, reading time, label, labels, updated, section name, toolbar top',
  caption:
    'caption*, figcaption, imagecaption, image caption, photo caption, credit*, legend, photo credit, wp caption, cutline',
  media:
    'image*, photo*, img, media, gallery, galleries, thumb*, video*, player, picture, slideshow, figure, audio, podcast, pictures',
  heading: 'title, titles, headline, heading, hed, titre, titulo',
  standfirst:
    'subtitle, sub title, standfirst, dek, deck, summary, lead, lede, intro*, chapo, excerpt, abstract, description, subhead*, bajada, entradilla, sapo, leadtext',
  article: 'article, story, post, entry, single, hentry, news, blog, newsarticle, blogposting, main',
  body: 'articlebody, article body, article content, article text, article main, article copy, articlecontent, articletext, entry content, entry body, entry text, post content, post body, post text, story body, storybody, story content, storycontent, story text, body text, bodytext, body copy, body content, content body, contentbody, content text, content main, main content, maincontent, text content, text body, richtext, rich text, wysiwyg, prose, td post, single content, news text, news content, news body, news detail*, cuerpo, field body, name body, paragraph*, post single, article inner, articulo',
  content: 'content, contenu, contenido, body, text, texte, texto, copy',
  hidden:
    'hidden, sr only, visually, screen reader, noprint, hide, offscreen, invisible, aria hidden, print only, d none, print block',
  folded: 'tooltip, dropdown*, collapse*, accordion*, expand*, toggle, drawer, offcanvas, flyout',
  inset:
    'inset*, pullquote, pull quote, factbox, fact box, infobox, info box, embed*, box, callout*, toc, table of, highlight*, inline, encadre, recuadro, key points, takeaway*, faq*, note, footnote*, correction*, disclaimer*, about the',
  product: 'product*, price, review*, rating*, recipe*, tweet*, instagram*, deal, deals, buy, shop*',
  quote: 'quote, quotes, blockquote, pullquote',
} as const;

export type MarkupWord = keyof typeof markupWords;

export const markupWordKinds = Object.keys(markupWords) as readonly MarkupWord[];

/** With one of these a name speaks of the layout ("has-sidebar"), not of what the element is. */
export const layoutWords: ReadonlySet<string> = new Set(
  'has with without no not is enabled disabled layout js open closed template theme page wf format status type for'.split(
    ' ',
  ),
);
