import type { LanguageCues } from './cueList.ts';

export const portuguese: LanguageCues = {
  functionWords: `
      de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou
      ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem
      nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos havia seja qual será nós
      dois sobre após ainda segundo onde
  `,
  cues: {
    share: `compartilhar, compartilhe, partilhar, partilhe, imprimir, enviar, salvar, siga nos, siga, copiar link, tuitar, share this`,
    subscribe: `assine, assinar, assinatura, assinante, newsletter, cadastre se, cadastro, receba, seu email, inscreva se, subscrever, notificações`,
    account: `entrar, sair, minha conta, senha, login, criar conta, iniciar sessão, perfil`,
    navigation: `início, menu, buscar, busca, pesquisar, ir para o conteúdo, fechar, voltar, próximo, anterior, ver mais, ver todos, contato, contacto, fale conosco, quem somos, expediente, arquivo, anuncie, capa, voltar ao topo, mais`,
    relatedHeading: `leia também, veja também, leia mais, notícias relacionadas, artigos relacionados, relacionadas, mais lidas, mais lidos, últimas notícias, mais notícias, você pode gostar, recomendados, recomendadas, destaques, em destaque, veja mais, mais vistas, saiba mais, outras notícias, conteúdo relacionado`,
    legal: `política de privacidade, privacidade, termos de uso, todos os direitos reservados, direitos reservados, cookies, termos, aviso legal, proibida a reprodução`,
    comments: `comentário, comentários, comentar, deixe um comentário, deixe seu comentário, responder, os comentários, denunciar`,
    advertisement: `publicidade, anúncio, anúncios, patrocinado, conteúdo patrocinado, continua após a publicidade, publicidade continua`,
    readMore: `leia mais, continue lendo, clique aqui, clique, saiba mais, ver mais, acesse`,
    notice: `javascript, erro, obrigado, este site, este conteúdo, ativar, atenção`,
    byline: `por, autor, redação, da redação, repórter, jornalista, agência`,
    dateWord: `janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro, segunda feira, terça feira, quarta feira, quinta feira, sexta feira, sábado, domingo, horas, às, há, ontem, hoje, atrás`,
    update: `publicado, atualizado, atualizado em, publicado em, última atualização`,
    credit: `foto, fotos, imagem, crédito, divulgação, reprodução, arquivo, legenda`,
    media: `vídeo, vídeos, galeria, fotos, podcast, ouvir, áudio`,
    tags: `tags, temas, assuntos, categorias, palavras chave`,
    section: `notícias, política, economia, esportes, desporto, cultura, mundo, brasil, opinião, colunas, saúde, ciência, tecnologia, educação, cidades, polícia, entretenimento, negócios, futebol, turismo, carros, sociedade`,
  },
};
