import { proveFaults } from './prove.ts'

proveFaults(1, 2)
