/** A site that is none of the shop's: what its pages ask, a browser asks with this Origin. */
export const anotherSite = 'https://other.example'
