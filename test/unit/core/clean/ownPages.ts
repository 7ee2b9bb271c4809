/** Pages of our own writing, as outlets of four languages lay them out. Each paragraph of `body` is of the article. */
export interface OwnPage {
  readonly language: string;
  readonly title: string;
  readonly body: readonly string[];
  /** Lines that must go. */
  readonly around: readonly string[];
  readonly html: string;
}

const paragraphs = (texts: readonly string[], name = ''): string =>
  texts.map((text) => `<p${name}>${text}</p>`).join('\n');

const list = (items: readonly string[], name = ''): string =>
  `<ul${name}>${items.map((item) => `<li><a href="/a">${item}</a></li>`).join('')}</ul>`;

const frenchBody = [
  'La coopérative des pêcheurs de Sauzon a voté mercredi soir, à une voix près, l’achat d’une criée flottante qui doit entrer en service au printemps.',
  'Le navire, une ancienne barge de dragage, sera transformé à Lorient pendant l’hiver, et coûtera un peu moins de quatre millions d’euros.',
  '« Nous n’avions plus le choix, le quai ne tient plus », explique la présidente, qui rappelle que deux tempêtes ont emporté la cale en trois ans.',
  'Les mareyeurs du continent, eux, redoutent de perdre la main sur les prix ; ils demandent que les ventes restent ouvertes à distance.',
];
const frenchAround = [
  'Accueil',
  'Une régate annulée faute de vent',
  'Le bac reprend du service',
  'Partager sur un réseau',
  'Mentions légales',
];

const englishBody = [
  'The night train between Harwell and the coast will run again from March, after eleven years in which its carriages stood in a siding.',
  'Two small operators share the line; one of them sells only berths, while the other keeps a day coach for people who board after midnight.',
  'Passengers who wrote to the regulator last year asked for one thing above all, a departure that waits for the last connection from the north.',
  'The first timetable, published on Monday, leaves nine minutes for it, which the drivers’ union calls brave.',
];
const englishAround = [
  'Home',
  'Sign up for our morning letter',
  'Bridge closed for repairs',
  'I took this train as a child, and it was never late.',
  'Terms of use',
];

const spanishBody = [
  'El ayuntamiento de Villarrasa aprobó ayer, tras seis horas de debate, un plan para llevar agua de lluvia a los huertos del sur de la ciudad.',
  'La obra costará dos millones y medio, y se pagará en parte con un fondo que los regantes crearon hace una década.',
  'Los vecinos del barrio alto piden que las zanjas se abran en invierno, porque en verano, dicen, la calle ya es intransitable.',
  'La oposición votó en contra, aunque reconoció que el proyecto había mejorado desde la primavera.',
];
const spanishAround = [
  'Portada',
  'Un mercado que cierra los lunes',
  'La banda estrena sede',
  'Síguenos en las redes',
  'Aviso legal',
];

const arabicBody = [
  'أعلنت جمعية مزارعي الواحة، يوم الخميس، أنها ستفتح سوقا جديدة للتمور في المدينة القديمة، بعد خمس سنوات من النقاش مع البلدية.',
  'وقال رئيس الجمعية إن السوق ستضم ثمانين متجرا صغيرا، وإن نصفها سيخصص للنساء اللواتي يعملن في تجفيف الثمار.',
  'وتنتظر البلدية موافقة المحافظة على الميزانية، التي تبلغ ثلاثة ملايين، قبل بدء الأشغال في الربيع المقبل.',
];
const arabicAround = ['الرئيسية', 'مباراة مؤجلة بسبب المطر', 'معرض الكتاب يفتح أبوابه', 'سياسة الخصوصية'];

export const ownPages: readonly OwnPage[] = [
  {
    language: 'fr',
    title: 'À Sauzon, une criée qui flotte',
    body: frenchBody,
    around: frenchAround,
    html: `<!doctype html><html lang="fr"><head><title>À Sauzon, une criée qui flotte</title></head><body class="single">
<header class="site-header"><nav class="main-menu">${list(['Accueil', 'Îles', 'Culture'])}</nav></header>
<main><article class="post"><h1 class="entry-title">À Sauzon, une criée qui flotte</h1>
<div class="share-bar">Partager sur un réseau</div>
<div class="entry-content">${paragraphs(frenchBody)}</div>
<section class="related-posts"><h3>À lire aussi</h3>${list(['Une régate annulée faute de vent', 'Le bac reprend du service'])}</section>
</article></main><footer id="colophon"><p>Mentions légales</p></footer></body></html>`,
  },
  {
    language: 'en',
    title: 'A night train comes back to the coast',
    body: englishBody,
    around: englishAround,
    html: `<html lang="en"><head><title>A night train comes back to the coast</title></head><body>
<div id="topNav" role="navigation"><a href="/">Home</a> <a href="/rail">Rail</a></div>
<div class="page"><div class="story"><h1>A night train comes back to the coast</h1>
<div class="storyBody">${paragraphs(englishBody.slice(0, 2), ' class="par"')}
<div class="newsletter-box"><p>Sign up for our morning letter</p><form><input name="mail"><button>Send</button></form></div>
${paragraphs(englishBody.slice(2), ' class="par"')}</div></div>
<aside class="right-rail">${list(['Bridge closed for repairs', 'The last signal box of the valley'])}</aside>
<div id="comments"><div class="comment"><p>I took this train as a child, and it was never late.</p></div></div></div>
<div class="footerLinks"><a href="/terms">Terms of use</a></div></body></html>`,
  },
  {
    language: 'es',
    title: 'Agua de lluvia para los huertos de Villarrasa',
    body: spanishBody,
    around: spanishAround,
    html: `<html lang="es"><head><title>Agua de lluvia para los huertos de Villarrasa</title></head><body>
<div class="navbar">${list(['Portada', 'Deportes', 'Opinión'])}</div>
<div class="contenido"><h1>Agua de lluvia para los huertos de Villarrasa</h1>
<div class="cuerpo">${paragraphs(spanishBody)}</div>
<div class="social-links"><p>Síguenos en las redes</p></div>
<div class="relacionadas">${list(['Un mercado que cierra los lunes', 'La banda estrena sede', 'El puente de hierro cumple cien años'])}</div></div>
<footer><a href="/legal">Aviso legal</a></footer></body></html>`,
  },
  {
    language: 'ar',
    title: 'سوق جديدة للتمور في الواحة',
    body: arabicBody,
    around: arabicAround,
    html: `<html lang="ar" dir="rtl"><head><title>سوق جديدة للتمور في الواحة</title></head><body>
<nav>${list(['الرئيسية', 'اقتصاد', 'رياضة'])}</nav>
<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">سوق جديدة للتمور في الواحة</h1>
<div itemprop="articleBody">${paragraphs(arabicBody)}</div></article>
<div class="latest-news">${list(['مباراة مؤجلة بسبب المطر', 'معرض الكتاب يفتح أبوابه', 'افتتاح طريق جديدة نحو الساحل'])}</div>
<footer><p>سياسة الخصوصية</p></footer></body></html>`,
  },
];
