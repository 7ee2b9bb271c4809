import type { LanguageCues } from './cueList.ts';

export const english: LanguageCues = {
  functionWords: `
      the of and to a in that is was for it with as his on be at by i this had not are but from or
      have an they which one you were her all she there would their we him been has when who will more
      no if out so said what up its about into than them can only other new some could time these two
      may then do first any my now such like our over man me even most made after also did many before
      must through years where much your way well down should because each just those people mr how
      too little state good very make world still own see men work long get here between both life
      being under never day same another know while last might us great old year off come since
      against go came right used take three
  `,
  cues: {
    share: `
      share, share this, share this article, share article, share on, share via, tweet, tweet this,
      email this, print, print this, copy link, link copied, copied, save, save article, bookmark,
      gift article, follow us, follow, like us, shares, pin it, send, email, facebook messenger,
      sharing options, reprints, text size, font size, listen, give this article, share full article,
      this article, add to, google news, preferred source, connect with us, rss
    `,
    platform: `
      facebook, twitter, x, linkedin, whatsapp, instagram, youtube, pinterest, reddit, telegram,
      tiktok, flipboard, tumblr, messenger, snapchat, threads, bluesky, mastodon, google, pocket,
      app store, google play, apple podcasts, spotify, viber, skype, vkontakte, vk, email
    `,
    subscribe: `
      you receive this, because you signed up, signed up, at any time, opt out,
      subscribe, subscribe now, subscription, subscriptions, subscriber, subscribers, newsletter,
      newsletters, sign up, signup, your inbox, email address, your email, become a member, membership,
      free trial, start your, join now, join us, daily briefing, get the latest, delivered,
      daily email, breaking news alerts, notifications, support us, donate, support our,
      unlimited access, register, mailing list, podcast, download the app, download our, app,
      stay up to date, never miss, unsubscribe, thank you for, you agree to
    `,
    account: `
      log in, login, sign in, sign out, log out, logout, my account, account, create account,
      forgot password, password, profile, username, my profile, settings, manage, saved, cart,
      checkout, remember me, register
    `,
    navigation: `
      home, menu, search, skip to content, skip to main content, skip to, main menu, navigation, close,
      open, toggle, back, back to top, top, next, previous, show more, see all, view all, view more,
      see more, load more, show, hide, expand, all, more, about, about us, contact, contact us,
      careers, jobs, help, faq, sitemap, site map, site index, e paper, epaper, todays paper,
      print edition, classifieds, obituaries, weather, crossword, games, puzzles, horoscopes, archives,
      archive, staff, masthead, advertise, advertise with us, media kit, events, shop, store, deals,
      coupons, editions, edition, press releases, resources, our team, site search, submit, cancel,
      continue, page, breadcrumb, you are here, loading, next article, previous article, next post,
      previous post, return to, table of contents, contents, jump to, in this article, on this page,
      follow, english, espanol, francais, deutsch, live tv, watch live, schedule, newsroom, topics,
      categories, sections, columns
    `,
    relatedHeading: `
      related, related articles, related stories, related posts, related content, related topics,
      related news, related links, related coverage, related reading, related videos, most read,
      most popular, most viewed, most shared, most commented, most recent, trending, trending now,
      popular, popular posts, popular stories, popular articles, latest, latest news, latest stories,
      latest articles, latest posts, latest headlines, recent posts, recent articles, recent stories,
      recent news, recommended, recommended for you, recommended stories, you may also like,
      you might also like, you might like, may interest you, more from, more on, more on this,
      more on this story, more stories, more news, more articles, more in, more like this,
      more for you, read next, up next, next up, whats next, dont miss, editors picks, editors choice,
      editors pick, top stories, top news, top headlines, top articles, featured, featured stories,
      featured articles, featured posts, must read, must reads, also read, see also, read also,
      around the web, from the web, promoted, promoted stories, sponsored stories,
      in case you missed it, in other news, other news, other stories, other articles, keep reading,
      whats hot, headlines, breaking news, other links, further reading, similar articles,
      similar stories, similar posts, explore more, discover more, suggested, stories, insights,
      trending stories, best of, todays top, elsewhere
    `,
    legal: `
      copyright, all rights reserved, rights reserved, privacy, privacy policy, privacy notice, terms,
      terms of use, terms of service, terms and conditions, terms conditions, cookie, cookies,
      cookie policy, cookie settings, do not sell, personal information, disclaimer, accessibility,
      imprint, california privacy, ad choices, adchoices, may not be published, may not be reproduced,
      redistributed, registered trademark, trademarks, reserved, inc, llc, corrections, ethics policy,
      user agreement, licensing, this site is protected, affiliate, affiliate links, commission,
      we may earn, editorial guidelines, standards, data protection, your choices, consent
    `,
    comments: `
      comment, comments, no comments, leave a comment, leave a reply, add a comment, post a comment,
      post comment, view comments, show comments, join the conversation, join the discussion, reply,
      replies, report abuse, flag, upvote, discussion, will not be published, required fields,
      be the first to comment, comments are closed, add comment, have your say, letters, feedback,
      was this helpful, rate this, likes, moderated, commenting, say something
    `,
    advertisement: `
      advertisement, advertisements, advertising, ad, ads, sponsored, sponsored content, sponsor,
      sponsors, promoted content, paid content, paid post, story continues below,
      article continues below, continue reading below, scroll to continue, continues after, remove ads,
      ad feedback, brought to you by, partner content, presented by, in partnership with,
      skip advertisement, ad blocker, story continues
    `,
    readMore: `
      read more, continue reading, read the full, full story, full article, learn more, find out more,
      click here, more info, more information, read full, read article, read story, see more,
      watch now, read, min read, minute read, minutes read, mins read, go to, explore, discover, view,
      see, check out, download, get started, shop now, buy now, book now, apply now, more details,
      view gallery, view profile, view bio, visit, full bio, more by, see full
    `,
    notice: `
      javascript, your browser, enable, please enable, browser, not supported, error, please try again,
      try again, thank you, report a problem, report an error, report this, reported, this article is,
      this content, this page, this website uses, this site uses, we use cookies, already a subscriber,
      already have an account, have an account, you have, remaining, access to, your free articles,
      limit, expired, invalid, successfully, please, unable to, if you, read the original,
      original source, report typo, spotted, contact the, send us, tips, got a tip, to view,
      cannot be displayed, article is closed, free account, this story was, translated, transcript,
      this article was, originally published
    `,
    byline: `
      by, written by, posted by, reporting by, published by, staff writer, staff reporter,
      correspondent, reporter, senior reporter, editor, contributor, columnist, associated press,
      reuters, news service, staff, author, authors, editing by, senior editor, managing editor,
      editorial board, guest, special to, reviewed by, edited by
    `,
    dateWord: `
      january, february, march, april, may, june, july, august, september, october, november, december,
      jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, monday, tuesday, wednesday,
      thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun, am, pm, gmt, utc, est,
      edt, pst, pdt, cet, ist, a m, p m, ago, hours ago, days ago, hour ago, day ago, yesterday, today,
      mins ago, minutes ago, weeks ago, months ago, years ago
    `,
    update: `
      updated, published, last updated, first published, posted, last modified, modified, published on,
      posted on, date, created, update, updated on, published at, published in
    `,
    credit: `
      photo, photos, photograph, photograph by, photo by, photo credit, credit, image, images,
      image credit, getty images, getty, file photo, courtesy, courtesy of, illustration, picture,
      pictured, afp, ap, shutterstock, istock, unsplash, caption, via getty, handout, via ap, ap photo,
      screenshot, video, alamy, image source, enlarge, toggle caption
    `,
    authorNote: `
      is a reporter, is a writer, is a journalist, is a staff writer, is a senior, is the author,
      is an author, is editor, is the editor, covers, reach him, reach her, can be reached, follow him,
      follow her, follow on twitter, on twitter, about the author, about author, author bio, she is,
      he is, is a freelance, is based in, contributed to this, contributed to this report, previously,
      has written, has been writing, contributing writer, joined, email him, email her, graduated from,
      her work, his work, years of experience, all posts by, all articles by, posts by,
      is a contributor, about
    `,
    media: `
      watch, video, videos, gallery, photos, slideshow, listen, audio, podcast, podcasts, play,
      play video, now playing, live, image, of, mute, fullscreen, pause, duration, current time,
      remaining time, closed captions, autoplay, volume, loaded, episode, infographic, photo gallery,
      view photos, skip
    `,
    tags: `
      tags, tag, topics, filed under, in this story, categories, category, keywords, posted in, tagged,
      more about, more topics, companies, mentioned, key topics, hashtags, tagged as, explore more on
    `,
    section: `
      transport, ports, shipping, logistics, infrastructure, analysis, telecoms, agriculture, profile, interview,
      news, politics, business, sports, sport, opinion, opinions, entertainment, lifestyle, technology,
      tech, world, local, national, international, culture, travel, health, science, education,
      finance, economy, markets, money, food, style, fashion, music, movies, tv, books, arts,
      real estate, autos, environment, climate, crime, columnists, editorials, editorial, blogs, blog,
      features, community, football, cricket, basketball, baseball, soccer, tennis, golf, nfl, nba,
      mlb, nhl, celebrity, celebrities, family, home garden, recipes, dining, theater, uk, us, europe,
      asia, africa, middle east, americas, china, india, australia, canada, latin america, regional,
      religion, history, letters, explainers, investigations, companies, industry, energy, research,
      reviews
    `,
    source: `
      source, sources, originally published, originally appeared, read the original, first appeared,
      appeared on, from its source, via, republished, press release, prnewswire, businesswire,
      view original, globe newswire
    `,
  },
};
