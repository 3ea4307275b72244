export interface Region {
  id: number
  code: string
  name: string
}

/** Regions by country, numbered from the first id. Those of the United States are recorded, the others from memory. */
const lists: Record<string, { first: number; entries: [code: string, name: string][] }> = {
  US: {
    first: 1,
    entries: [
      ['AL', 'Alabama'],
      ['AK', 'Alaska'],
      ['AS', 'American Samoa'],
      ['AZ', 'Arizona'],
      ['AR', 'Arkansas'],
      ['AE', 'Armed Forces Africa'],
      ['AA', 'Armed Forces Americas'],
      ['AE', 'Armed Forces Canada'],
      ['AE', 'Armed Forces Europe'],
      ['AE', 'Armed Forces Middle East'],
      ['AP', 'Armed Forces Pacific'],
      ['CA', 'California'],
      ['CO', 'Colorado'],
      ['CT', 'Connecticut'],
      ['DE', 'Delaware'],
      ['DC', 'District of Columbia'],
      ['FM', 'Federated States Of Micronesia'],
      ['FL', 'Florida'],
      ['GA', 'Georgia'],
      ['GU', 'Guam'],
      ['HI', 'Hawaii'],
      ['ID', 'Idaho'],
      ['IL', 'Illinois'],
      ['IN', 'Indiana'],
      ['IA', 'Iowa'],
      ['KS', 'Kansas'],
      ['KY', 'Kentucky'],
      ['LA', 'Louisiana'],
      ['ME', 'Maine'],
      ['MH', 'Marshall Islands'],
      ['MD', 'Maryland'],
      ['MA', 'Massachusetts'],
      ['MI', 'Michigan'],
      ['MN', 'Minnesota'],
      ['MS', 'Mississippi'],
      ['MO', 'Missouri'],
      ['MT', 'Montana'],
      ['NE', 'Nebraska'],
      ['NV', 'Nevada'],
      ['NH', 'New Hampshire'],
      ['NJ', 'New Jersey'],
      ['NM', 'New Mexico'],
      ['NY', 'New York'],
      ['NC', 'North Carolina'],
      ['ND', 'North Dakota'],
      ['MP', 'Northern Mariana Islands'],
      ['OH', 'Ohio'],
      ['OK', 'Oklahoma'],
      ['OR', 'Oregon'],
      ['PW', 'Palau'],
      ['PA', 'Pennsylvania'],
      ['PR', 'Puerto Rico'],
      ['RI', 'Rhode Island'],
      ['SC', 'South Carolina'],
      ['SD', 'South Dakota'],
      ['TN', 'Tennessee'],
      ['TX', 'Texas'],
      ['UT', 'Utah'],
      ['VT', 'Vermont'],
      ['VI', 'Virgin Islands'],
      ['VA', 'Virginia'],
      ['WA', 'Washington'],
      ['WV', 'West Virginia'],
      ['WI', 'Wisconsin'],
      ['WY', 'Wyoming'],
    ],
  },
  CA: {
    first: 66,
    entries: [
      ['AB', 'Alberta'],
      ['BC', 'British Columbia'],
      ['MB', 'Manitoba'],
      ['NL', 'Newfoundland and Labrador'],
      ['NB', 'New Brunswick'],
      ['NS', 'Nova Scotia'],
      ['NT', 'Northwest Territories'],
      ['NU', 'Nunavut'],
      ['ON', 'Ontario'],
      ['PE', 'Prince Edward Island'],
      ['QC', 'Quebec'],
      ['SK', 'Saskatchewan'],
      ['YT', 'Yukon Territory'],
    ],
  },
  DE: {
    first: 79,
    entries: [
      ['NDS', 'Niedersachsen'],
      ['BAW', 'Baden-Württemberg'],
      ['BAY', 'Bayern'],
      ['BER', 'Berlin'],
      ['BRG', 'Brandenburg'],
      ['BRE', 'Bremen'],
      ['HAM', 'Hamburg'],
      ['HES', 'Hessen'],
      ['MEC', 'Mecklenburg-Vorpommern'],
      ['NRW', 'Nordrhein-Westfalen'],
      ['RHE', 'Rheinland-Pfalz'],
      ['SAR', 'Saarland'],
      ['SAS', 'Sachsen'],
      ['SAC', 'Sachsen-Anhalt'],
      ['SCN', 'Schleswig-Holstein'],
      ['THE', 'Thüringen'],
    ],
  },
  AT: {
    first: 95,
    entries: [
      ['WI', 'Wien'],
      ['NO', 'Niederösterreich'],
      ['OO', 'Oberösterreich'],
      ['SB', 'Salzburg'],
      ['KN', 'Kärnten'],
      ['ST', 'Steiermark'],
      ['TI', 'Tirol'],
      ['BL', 'Burgenland'],
      ['VB', 'Vorarlberg'],
    ],
  },
}

const regions: Record<string, Region[]> = Object.fromEntries(
  Object.entries(lists).map(([country, { first, entries }]) => [
    country,
    entries.map(([code, name], index) => ({ id: first + index, code, name })),
  ]),
)

/** Returns the regions of a country; undefined if it has no list. */
export function regionsOf(country: string): Region[] | undefined {
  return regions[country]
}

export function regionOf(country: string, id: number): Region | undefined {
  return regions[country]?.find((region) => region.id === id)
}
