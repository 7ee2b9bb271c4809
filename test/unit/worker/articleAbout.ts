/** An article of ours, that names a company and two places. `date` as DD/MM/YYYY. */
export function articleAbout(company: string, date: string): string {
  return [
    `${company} ouvre une usine à Kénitra`,
    `Par Salma Idrissi | Le ${date}`,
    '',
    `La société ${company} a inauguré lundi une usine à Kénitra, au nord de Rabat. « ${company} double ainsi sa capacité », ` +
      `a déclaré son directeur général, Omar Tazi, devant les élus de la ville et les premiers salariés du site.`,
  ].join('\n');
}
