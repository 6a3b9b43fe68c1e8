import { allCalendar, newsFeed, planCalendar } from '../opendata/index.ts'
import { kept, type Route } from './route.ts'

/** Feeds and calendars. */
export const feedsRoutes: readonly Route[] = [
  kept('newsAtom', newsFeed.everything('atom')),
  kept('newsJson', newsFeed.everything('json')),
  kept('planNewsAtom', newsFeed.plan('atom')),
  kept('planNewsJson', newsFeed.plan('json')),
  kept('commitmentNewsAtom', newsFeed.commitment('atom')),
  kept('commitmentNewsJson', newsFeed.commitment('json')),
  kept('ideasNewsAtom', newsFeed.ideas('atom')),
  kept('ideasNewsJson', newsFeed.ideas('json')),
  kept('ideaNewsAtom', newsFeed.idea('atom')),
  kept('ideaNewsJson', newsFeed.idea('json')),
  kept('institutionNewsAtom', newsFeed.institution('atom')),
  kept('institutionNewsJson', newsFeed.institution('json')),
  kept('organisationNewsAtom', newsFeed.organisation('atom')),
  kept('organisationNewsJson', newsFeed.organisation('json')),
  kept('topicNewsAtom', newsFeed.topic('atom')),
  kept('topicNewsJson', newsFeed.topic('json')),
  kept('calendar', allCalendar),
  kept('planCalendar', planCalendar),
]
