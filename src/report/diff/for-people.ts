import type { ChangeKind } from './classes.ts'

/** Names from translations and from libraries of the server (ICU). */
const names = /\/(full_name_(locale|english)|\w*label|label|available_regions\/\*\/name)$/

/** In an OpenAPI document: prose, the host, and how operations are grouped. */
const prose = /(^|\/)(description|title|summary|termsOfService|externalDocs)$/
const surroundings = /^\/(host|schemes|tags)(\/|$)|\/tags(\/|$)/

/**
 * Returns the kind of a change in text for people; undefined for any other place.
 * @param place a JSON pointer, with `*` for list indexes
 * @param isDocument true if the body is an OpenAPI document
 */
export function kindForPeople(place: string, isDocument: boolean): ChangeKind | undefined {
  // A property of a schema named `description` is a field of the API.
  if (isDocument && !/\/properties\/[^/]+$/.test(place) && (prose.test(place) || surroundings.test(place)))
    return 'prose'
  if (isDocument) return undefined
  return names.test(place) ? 'name' : undefined
}
