import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, Coach, MeetingPlace, Service } from '@coach-booking/sdk';
import { joinView } from '../../internal/join-view.ts';
import { placeText, placeView } from '../../internal/meeting-place.ts';
import type { View } from '../view.ts';
import { laterIcons } from './icons.ts';

const isAhead = ({ status }: Booking): boolean => ['pending', 'scheduled', 'confirmed'].includes(status);

/** Returns a search for the place on a map; the visitor's device opens its own app for it. */
const mapOf = (place: MeetingPlace): string =>
  `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query: placeText(place) })}`;

const placeWithMap = ({ say }: View, place: MeetingPlace): TemplateResult =>
  html`${placeView(place)}<br /><a href=${mapOf(place)} target="_blank" rel="noopener noreferrer" part="link">${laterIcons.map}${say('map')}</a>`;

const linkFollows = ({ say }: View, coach: Coach | null): TemplateResult =>
  html`<span class="quiet">${say('linkFollows', { coach: coach?.name ?? '' })}</span>`;

/** Renders where a booked session is: the address with its map, the link to join, or that the coach sends it. */
export function whereView(view: View, booking: Booking, coach: Coach | null): TemplateResult {
  const { say } = view;
  const { place, locationKind } = booking;
  if (place) return placeWithMap(view, place);
  const isSent = locationKind === 'online' && !booking.video && isAhead(booking);
  return html`${say(locationKind)}${isSent ? html`<br />${linkFollows(view, coach)}` : nothing}${joinView(say, booking)}`;
}

/** Renders where a session of this service will be, and what to bring, before it is booked. */
export function aheadView(view: View, service: Service, coach: Coach | null): TemplateResult {
  const { locationKind, place, video, whatToBring } = service;
  return html`${
    place
      ? html`<div class="ahead">${placeWithMap(view, place)}</div>`
      : locationKind === 'online' && !video
        ? html`<div class="ahead">${linkFollows(view, coach)}</div>`
        : nothing
  }${whatToBring ? html`<div class="ahead"><span class="quiet">${view.say('bring')}</span><br /><bdi>${whatToBring}</bdi></div>` : nothing}`;
}
