import type { OpenAPIV3_1 } from 'openapi-types'
import { type Document, documentOf, type Operation, operationsOf } from './contract/document.ts'
import type { DocumentLine } from './contract/lines.ts'
import { examplesOf } from './examples/index.ts'
import { requirementsFor } from './requirements.ts'
import type { Example } from './session.ts'

interface Content {
  readonly content: Record<string, OpenAPIV3_1.MediaTypeObject>
}

/** Returns a document with examples from a run, and with the requirements of each operation. */
export async function wholeDocumentOf(line: DocumentLine): Promise<Document> {
  const document = documentOf(line)
  const { byOperation, everywhere } = await requirementsFor(document)
  const examples = await examplesOf(document)
  for (const operation of operationsOf(document)) {
    const id = operation.operationId as string
    for (const example of examples) if (example.operationId === id) show(operation, example)
    Object.assign(operation, { 'x-requirements': byOperation.get(id) ?? [] })
  }
  return Object.assign(document, { 'x-requirements': everywhere })
}

function show(operation: Operation, { shows, status, request, answer, general }: Example): void {
  const response = operation.responses?.[status] as Content | undefined
  if (!response) throw new Error(`${operation.operationId} was answered ${status}, which the document does not have`)
  if (general && Object.values(response.content).some(({ examples }) => examples)) return
  add(response, shows, answer)
  const body = operation.requestBody as Content | undefined
  if (body && status === 200) add(body, shows, request)
}

function add({ content }: Content, shows: string, value: unknown): void {
  const [media] = Object.values(content) as [OpenAPIV3_1.MediaTypeObject]
  const name = shows.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  media.examples = { ...media.examples, [name]: { summary: shows, value } }
}
