import type { LanguageCues } from './cueList.ts';

export const spanish: LanguageCues = {
  functionWords: `
      de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o
      este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos
      durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo
      otro otras otra él tanto esa estos mucho quienes nada muchos cual poco ella estar estas algunas
      algo nosotros fue ha son es era ser han está según tras será fueron sido dos años tiene había
      puede hace parte además así aunque mientras entonces gran solo mismo bajo cada
  `,
  cues: {
    share: `
      compartir, comparte, compartir en, compartir por, comparta, tuitear, enviar, enviar por,
      imprimir, copiar enlace, enlace copiado, guardar, guardar artículo, síguenos, síguenos en,
      síganos, seguir, seguinos, únete, recomendar, me gusta, regalar artículo, escuchar,
      tamaño del texto, añadir a favoritos, comparte esta noticia, conéctate
    `,
    platform: `
      correo, correo electrónico
    `,
    subscribe: `
      suscríbete, suscríbase, suscribirse, suscribite, suscripción, suscripciones, suscriptor,
      suscriptores, boletín, boletines, newsletter, newsletters, regístrate, registrarse, regístrese,
      recibe, recibir, tu correo, tu email, correo electrónico, hazte socio, prueba gratis, alertas,
      notificaciones, donar, apóyanos, hazte, exclusivo para suscriptores, ya soy suscriptor, descarga,
      descarga la app, apúntate, acceso ilimitado, bandeja de entrada
    `,
    account: `
      iniciar sesión, inicia sesión, cerrar sesión, mi cuenta, cuenta, crear cuenta, contraseña,
      usuario, mi perfil, perfil, acceder, ingresar, entrar, registrado, identifícate, carrito,
      ingresá
    `,
    navigation: `
      inicio, portada, menú, buscar, búsqueda, ir al contenido, saltar al contenido, saltar a,
      navegación, cerrar, abrir, volver, volver arriba, arriba, siguiente, anterior, ver todo,
      ver todos, ver todas, ver más, mostrar, mostrar más, cargar más, más, acerca de, quiénes somos,
      contacto, contáctenos, contáctanos, ayuda, mapa del sitio, mapa web, archivo, hemeroteca, empleo,
      clasificados, esquelas, el tiempo, tiempo, clima, juegos, pasatiempos, horóscopo, tienda,
      programación, edición impresa, ediciones, edición, en vivo, en directo, directo, última hora,
      secciones, servicios, página, publicidad, otras webs, loterías, cartelera, promociones,
      estás aquí, índice, tabla de contenidos, nosotros, anúnciese
    `,
    relatedHeading: `
      artículos relacionados, noticias relacionadas, notas relacionadas, contenido relacionado,
      contenidos relacionados, relacionado, relacionados, relacionadas, temas relacionados,
      más noticias, más información, más sobre, más de, más en, lo más leído, lo más visto, más leídas,
      más leídos, las más leídas, más vistos, más vistas, lo más, lo último, últimas noticias,
      últimos artículos, últimas entradas, entradas recientes, noticias recientes, otras noticias,
      otros artículos, destacados, destacadas, destacado, tendencias, te puede interesar,
      te puede gustar, te recomendamos, te podría interesar, también te puede interesar,
      le puede interesar, puede interesarte, te interesa, recomendados, recomendamos, recomendado,
      lea también, lee también, leer también, también puede leer,
      también puedes leer, lea además, además, mirá también, mira también,
      ver también, vea también, véase también, no te pierdas, imprescindibles, en portada, titulares,
      populares, en otros medios, lo más comentado, leé también, seguir leyendo, en tendencia,
      noticias destacadas, también en, la selección, más contenido
    `,
    legal: `
      todos los derechos reservados, derechos reservados, aviso legal, política de privacidad,
      privacidad, cookies, política de cookies, términos y condiciones, términos, condiciones de uso,
      condiciones, protección de datos, datos personales, copyright, prohibida su reproducción,
      prohibida la reproducción, queda prohibida, reproducción total, accesibilidad,
      configuración de cookies, propiedad intelectual, términos de uso, aceptar, utilizamos cookies,
      consentimiento, código ético, registro de la propiedad
    `,
    comments: `
      comentario, comentarios, comentar, deja un comentario, deja una respuesta, dejar un comentario,
      escribe un comentario, enviar comentario, ver comentarios, sin comentarios, responder, respuesta,
      tu comentario, campos obligatorios, no será publicada, denunciar, reportar, normas, opina,
      participa, moderación, tu nombre
    `,
    advertisement: `
      publicidad, anuncio, anuncios, patrocinado, contenido patrocinado, anunciantes,
      espacio patrocinado, patrocinada, sigue después de, continúa después, continúa leyendo después,
      ofrecido por, branded content, contenido de marca, patrocinadores
    `,
    readMore: `
      leer más, leer, lee más, seguir leyendo, continuar leyendo, sigue leyendo, leer la noticia,
      leer nota, más info, más información, haz clic, haga clic, haz click, clic aquí, ver vídeo,
      ver video, ver galería, min de lectura, minutos de lectura, minutos, lectura, conoce más,
      saber más, consulta, descubre, ver perfil, ver
    `,
    notice: `
      javascript, tu navegador, su navegador, navegador, por favor, error, inténtalo, gracias,
      esta web utiliza, este sitio, este contenido, este artículo, esta página, para leer, para ver,
      te quedan, contenido exclusivo, debes, activar, desactivar, reportar un error, errata, enviado,
      artículo original, ha sido, traducido, necesitas
    `,
    byline: `
      por, escrito por, publicado por, redacción, redactor, redactora, corresponsal, enviado especial,
      periodista, autor, autora, efe, agencias, europa press, columnista, editor, texto
    `,
    dateWord: `
      enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre,
      noviembre, diciembre, ene, abr, ago, dic, lunes, martes, miércoles, jueves, viernes, sábado,
      domingo, hace, horas, ayer, hoy, cest, hs, hrs
    `,
    update: `
      publicado, publicada, actualizado, actualizada, publicado el, actualizado el,
      última actualización, creado, fecha, publicado en, modificado, actualizada el, act
    `,
    credit: `
      foto, fotos, fotografía, fotografías, imagen, imagen de, imagen de archivo, foto de, cortesía,
      crédito, archivo, afp, getty, reuters, ilustración, captura, foto archivo, ampliar, pie de foto,
      infografía
    `,
    authorNote: `
      es periodista, es redactor, es redactora, licenciado en, licenciada en, sobre el autor,
      sobre la autora, sobre la firma, es autor, es autora, máster, especializado en, ver biografía,
      acerca del autor, archivado en, autor de, graduado en, es profesor, trayectoria,
      más artículos de
    `,
    media: `
      vídeo, video, vídeos, videos, galería, fotogalería, fotos, en imágenes, escuchar, audio, podcast,
      podcasts, infografía, duración, programas, radio, multimedia, reproducir
    `,
    tags: `
      etiquetas, etiqueta, temas, archivado en, tags, categorías, categoría, en este artículo, tema,
      más temas, palabras clave, etiquetado, sobre este tema
    `,
    section: `
      transporte, transportes, puertos, puerto, energía, infraestructuras, infraestructura, reportaje, perfil, agricultura, pesca, turismo, logística, industria, análisis, crónica, obras,
      noticias, actualidad, política, economía, sociedad, deportes, deporte, cultura, mundo,
      internacional, internacionales, nacional, nacionales, opinión, editorial, editoriales, columnas,
      columnistas, empresas, negocios, finanzas, mercados, bolsa, vivienda, salud, ciencia,
      medio ambiente, educación, tecnología, motor, viajes, cine, música, libros, televisión, fútbol,
      baloncesto, tenis, local, locales, regional, sucesos, policiales, justicia, europa, españa,
      méxico, argentina, chile, colombia, perú, américa, espectáculos, entretenimiento, gente, estilo,
      moda, gastronomía, entrevistas, reportajes, blogs, ocio, toros, comunidad, judiciales,
      provincias, ciudad, ciudades, mujer, familia, agro, lotería
    `,
    source: `
      fuente, fuentes, vía, artículo original, publicado originalmente, nota original,
      leer en la fuente
    `,
  },
};
