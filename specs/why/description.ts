import { explain } from '../../src/judge/why.ts'

explain({
  'SCHEMA-03':
    'A client generated from the description cannot call what it leaves out, and whoever reads it believes that the shop has no such operation.',
  'SCHEMA-04':
    'What a module adds to Magento’s own service is in every generated client, and fails at each shop that lacks the module.',
  'SCHEMA-05':
    'One module with annotations that Magento cannot read takes the description of all others away: no client can be generated, and monitoring sees errors.',
  'SCHEMA-06':
    'Generators, linters and mocks refuse a document that is not valid, or read it each in a way of its own.',
  'SCHEMA-07':
    'Generators name methods by operationId. Two operations of one name overwrite each other, and calls go to the wrong one.',
  'SCHEMA-08': 'A reference to nothing stops a generator, or becomes a type that accepts anything.',
  'SCHEMA-09':
    'A generated client lets a required parameter be left out, or sends one under a name or type that the shop refuses.',
  'SCHEMA-10':
    'A generated client waits for a status that never comes, and takes the one that does come for a failure.',
  'SCHEMA-11':
    'A generated client refuses a right answer, or drops what it does not know: customers see a failure where there is none.',
  'SCHEMA-12':
    'A client or mock made from the description sends no token, or asks for none, and nobody notices before production.',
  'SCHEMA-13':
    'A generated client cannot read why a request was refused: the parameters that name the field are lost in a type error.',
})
