import type { LanguageCues } from './cueList.ts';

export const french: LanguageCues = {
  functionWords: `
      de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la
      son avec ils mais comme on aux cette ses ou leur elle entre d'un d'une deux ces nous même fait
      tout aussi était après dont sans été être si leurs bien peut encore depuis ont selon lors avait
      tous où contre très sous avant vous ainsi cela car je faire notre votre toutes avoir deja moins
      toute autres autre quand chez jusqu'a donc mon d l c qu s n j y lui nos vos comment alors trois
      cependant ceux celui celle dit ils elles etait seront sera afin notamment vers rien parce
      pendant
  `,
  cues: {
    share: `
      partager, partage, partagez, partager cet article, partager sur, partager par, tweeter, envoyer,
      envoyer par, envoyer par mail, imprimer, copier le lien, lien copié, enregistrer, sauvegarder,
      suivez nous, suivez nous sur, nous suivre, suivre, abonnez vous sur, rejoignez nous, réagir,
      réagissez, partages, recommander, envoyer à un ami, taille du texte, ajouter aux favoris,
      ecouter, ecouter cet article, offrir cet article, google actualités, whatsapp, lire plus tard
    `,
    platform: `
      courriel, e mail, mail
    `,
    subscribe: `
      s'abonner, abonnez vous, abonnement, abonnements, abonné, abonnés, réservé aux abonnés,
      newsletter, newsletters, s'inscrire, inscrivez vous, inscription, recevez, recevoir,
      votre adresse, adresse e mail, adresse mail, lettre d information, essai gratuit,
      sans engagement, déjà abonné, je m abonne, j'en profite, boîte mail, alertes, notifications,
      faire un don, soutenez, soutenez nous, nous soutenir, adhérer, infolettre, infolettres, offre,
      télécharger l application, télécharger, accédez, premier mois, se désabonner, votre inscription
    `,
    account: `
      se connecter, connectez vous, connexion, déconnexion, mon compte, compte, créer un compte,
      mot de passe, identifiant, mon profil, profil, mon espace, espace abonnés, se déconnecter,
      mot de passe oublié, panier, identifiez vous, espace
    `,
    navigation: `
      accueil, menu, rechercher, recherche, chercher, aller au contenu, aller au, passer au contenu,
      navigation, fermer, ouvrir, retour, haut de page, retour en haut, suivant, précédent, suivante,
      précédente, article suivant, article précédent, voir tout, voir plus, voir tous, toutes les,
      tous les, tous les articles, afficher, afficher plus, charger plus, plus, à propos,
      qui sommes nous, contact, contactez nous, nous contacter, aide, plan du site, archives, emploi,
      emplois, petites annonces, annonces, carnet, météo, jeux, mots croisés, horoscope, boutique,
      programme tv, le journal, kiosque, la une, une, sommaire, rubriques, edition du jour, edition,
      en direct, direct, en continu, fil info, annuaire, agenda, vous êtes ici, page, services,
      recrutement, publicité, nos, nos sites, du même auteur, sites du groupe, autres sites, le site,
      traduire, table des matières, choisir, application, applications
    `,
    relatedHeading: `
      articles similaires, articles liés, articles connexes, articles récents, articles populaires,
      articles associés, article similaire, sur le même sujet, sur le même thème,
      dans la même rubrique, dans la même catégorie, dans le même dossier, à lire aussi, lire aussi,
      lisez aussi, lire également, à lire également, à lire, à voir aussi, voir aussi, voir également,
      à voir, les plus lus, les plus lues, le plus lu, plus lus, les plus partagés, les plus consultés,
      les plus populaires, les plus commentés, les plus récents, populaires, tendances, à la une,
      dernières nouvelles, dernières actualités, dernières infos, dernières news, derniers articles,
      dernière minute, dernières minutes, dernière heure, en ce moment, actualités, toute l actualité,
      toutes les actualités, à ne pas manquer, ne manquez pas, vous aimerez aussi, vous pourriez aimer,
      vous pourriez aussi, cela peut vous intéresser, peut vous intéresser,
      susceptible de vous intéresser, ceci pourrait vous intéresser, recommandé, recommandés pour vous,
      nos recommandations, recommandations, la sélection, notre sélection, nos dossiers,
      plus d articles, plus de, autres articles, autres actualités, d autres articles,
      pour aller plus loin, aller plus loin, le choix de la rédaction, le choix des lecteurs,
      contenus sponsorisés, ailleurs sur le web, sur le web, en lien avec, liens utiles, dossiers,
      dans l actualité, les articles, en relation, nos articles, à découvrir, découvrez aussi,
      les titres, en bref, et aussi, articles précédents
    `,
    legal: `
      tous droits réservés, droits réservés, mentions légales, mention légale,
      politique de confidentialité, confidentialité, vie privée, données personnelles, cookies,
      gestion des cookies, gérer mes cookies, conditions générales, conditions d'utilisation, cgu, cgv,
      charte, reproduction interdite, toute reproduction, copyright, crédits, propriété intellectuelle,
      accessibilité, politique de, consentement, rgpd, cnil, nous utilisons, vos choix, paramétrer,
      tout accepter, tout refuser, accepter
    `,
    comments: `
      commentaire, commentaires, laisser un commentaire, ajouter un commentaire, poster un commentaire,
      commenter, réagir à cet article, répondre, réponse, réponses, votre commentaire,
      aucun commentaire, vos commentaires, vos réactions, réactions, champs obligatoires,
      ne sera pas publiée, signaler, signaler un contenu, modération, les commentaires, votre avis,
      donnez votre avis, votre nom
    `,
    advertisement: `
      publicité, pub, annonce, sponsorisé, sponsorisée, contenu sponsorisé, partenaire, partenaires,
      nos partenaires, contenu partenaire, publi reportage, publireportage, la suite après,
      après la publicité, passer la publicité, annonceurs, régie publicitaire, en partenariat avec,
      sponsor, communiqué
    `,
    readMore: `
      lire la suite, lire plus, lire l article, la suite, en savoir plus, plus d infos,
      plus d informations, cliquez ici, cliquez, cliquer ici, découvrir, découvrez, voir la suite,
      lire l'intégralité, min de lecture, minutes de lecture, temps de lecture, lecture, voir,
      consulter, consultez, retrouvez, téléchargez, suite, voir la vidéo, voir le profil, lire
    `,
    notice: `
      sur cette page, une erreur sur, signalée, signalés, à la modération, chez son éditeur, chez l éditeur, n est pas l auteur,
      javascript, votre navigateur, navigateur, veuillez, merci de, merci d'avoir, signalé,
      sera automatiquement, cette image, cet article est, cet article, ce contenu, cette page,
      ce site utilise, erreur, réessayer, il vous reste, réservé, depuis sa source,
      lire l article depuis, article original, pour lire, pour visualiser, connectez vous pour,
      vous devez, désactiver, activer, bloqué, bloquée, contenu bloqué, une erreur, une faute,
      corriger, votre demande, envoyé, a été envoyé, article publié, traduit par, impossible de
    `,
    byline: `
      par, écrit par, rédigé par, publié par, posté par, propos recueillis, propos recueillis par,
      recueilli par, journaliste, correspondant, correspondante, envoyé spécial, envoyée spéciale,
      la rédaction, rédaction, rédacteur, rédactrice, rédacteur en chef, avec afp, auteur, auteurs,
      avec agences, traduction, chroniqueur, de notre correspondant, texte
    `,
    dateWord: `
      janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre,
      janv, févr, avr, juil, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, il y a,
      aujourd'hui à, hier, heures, minutes, jours, lun, mer, jeu, ven, sam, dim
    `,
    update: `
      publié, publié le, mis à jour, mise à jour, mis à jour le, modifié, modifié le, posté le,
      publiée, mis en ligne, mis en ligne le, dernière modification, publié dans, dernière mise à jour,
      créé le, publication, actualisé, paru le, paru dans
    `,
    credit: `
      photo, photos, crédit, crédits, crédit photo, photo d'archives, archives, afp, reuters, image,
      images, dr, d r, illustration, légende, photographie, photographe, photo d'illustration,
      capture d écran, getty, sipa, ph, agrandir, source photo
    `,
    authorNote: `
      journaliste à, est journaliste, journaliste au, est professeur, est chercheur, est l auteur,
      auteur de, a propos de l'auteur, à propos de l'auteur, diplômé, est économiste,
      tous ses articles, ses articles, contacter l auteur, spécialiste, biographie,
      tous les articles de, voir tous les articles
    `,
    media: `
      vidéo, vidéos, photos, galerie, diaporama, en images, écouter, audio, podcast, podcasts,
      regarder, infographie, infographies, durée, replay, émission, émissions, reportage, interview,
      portfolio, en vidéo
    `,
    tags: `
      mots clés, mots clefs, mot clé, tags, tag, thèmes, thème, sujets, étiquettes, catégories,
      catégorie, rubrique, classé dans, dossier, plus sur, posté dans
    `,
    section: `
      transports, ports, port, logistique, social, reportage, pêche, infrastructures, portrait, coopération, tourisme, matières premières, affaires, brève, multimédia,
      actualité, actualités, actu, politique, économie, société, sport, sports, culture, monde,
      international, opinion, opinions, débats, idées, tribune, tribunes, chroniques, chronique,
      éditorial, editos, edito, entreprises, entreprise, finances, finance, bourse, marchés, emploi,
      immobilier, santé, sciences, environnement, éducation, high tech, technologies, technologie,
      médias, tech, auto, automobile, voyages, voyage, cinéma, musique, livres, télévision, football,
      foot, rugby, régions, région, faits divers, justice, europe, afrique, maghreb, asie, amérique,
      france, maroc, algérie, tunisie, dossiers, enquêtes, enquête, interviews, portraits, planète,
      style, mode, cuisine, gastronomie, loisirs, agriculture, energie, transport, nation, evénement,
      analyse, décryptage, agenda, reportages, brèves, télécoms, industrie, magazine, people,
      art de vivre, débat, décideurs, focus, transition
    `,
    source: `
      source, sources, depuis sa source, lire à la source, article d'origine, article original, via,
      paru sur, initialement publié, source de l article
    `,
  },
};
