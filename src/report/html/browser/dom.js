/**
 * Creates an element with attributes and children. Strings become text nodes, never markup.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}

/**
 * Returns an element of the page that always exists.
 * @param {string} id
 */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id))
}

/**
 * Parses a JSON block of the page.
 * @param {string} id
 */
function block(id) {
  return JSON.parse(part(id).textContent ?? '')
}

/** Returns the id in the URL fragment. Ids of the page need no decoding. */
function namedByAddress() {
  return location.hash.slice(1)
}

/** Returns all requirements of the page, in order. @returns {HTMLDetailsElement[]} */
function requirementItems() {
  return [...document.querySelectorAll(/** @type {'details'} */ ('details.requirement'))]
}

/**
 * Parses the numbers in an attribute such as `data-exchanges`.
 * @param {string | undefined} text
 */
function numbers(text) {
  return text ? text.split(' ').map(Number) : []
}

/** @param {number} bytes */
function sizeInWords(bytes) {
  if (bytes < 1024) return `${bytes} bytes`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
