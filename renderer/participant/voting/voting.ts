import words from '../../../resources/locales/en/ballot.json'
import { addEnglish } from '../model/words'
import { BallotScreen } from './ballot'
import { CountedScreen } from './counted'
import { SlipScreen } from './slip'
import { VotesScreen } from './votes'

addEnglish('ballot', words)

export const votingScreens = { BallotScreen, CountedScreen, SlipScreen, VotesScreen }
