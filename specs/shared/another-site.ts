/** A foreign website: browsers send this Origin with requests of its pages. */
export const anotherSite = 'https://other.example'
