import type { ChangeKind } from './classes.ts'

/** Names that translations and the server's libraries (ICU) give. */
const names = /\/(full_name_(locale|english)|\w*label|label|available_regions\/\*\/name)$/

/** Of an OpenAPI document: prose, where it was made, and how its operations are sorted. */
const prose = /(^|\/)(description|title|summary|termsOfService|externalDocs)$/
const surroundings = /^\/(host|schemes|tags)(\/|$)|\/tags(\/|$)/

/**
 * The kind of a change at a place that is for people, whatever changes there; undefined for any other place.
 * @param place a JSON pointer, with `*` for the entries of lists
 * @param isDocument whether the body is an OpenAPI document
 */
export function kindForPeople(place: string, isDocument: boolean): ChangeKind | undefined {
  // What is called `description` beside other properties of a schema is a field of the API.
  if (isDocument && !/\/properties\/[^/]+$/.test(place) && (prose.test(place) || surroundings.test(place)))
    return 'prose'
  if (isDocument) return undefined
  return names.test(place) ? 'name' : undefined
}
