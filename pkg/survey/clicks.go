package survey

// number gives each target its number: a menu stands on every page, and its
// addresses are kept once.
func (s *Survey) number(links []Edge) []int32 {
	out := make([]int32, len(links))
	for i, e := range links {
		n, ok := s.ids[e.To]
		if !ok {
			n = int32(len(s.ids))
			s.ids[e.To] = n
		}
		out[i] = n
	}
	return out
}

// Clicks is the length of the shortest path of links from a start page to the
// page at address; -1 when no read page leads there.
func (s *Survey) Clicks(address string) int {
	i, ok := s.at[Key(address)]
	if !ok {
		return -1
	}
	return s.countClicks()[i]
}

// numbered is the index of each page by the numbers of its addresses.
func (s *Survey) numbered() map[int32]int {
	page := make(map[int32]int, len(s.at))
	for key, i := range s.at {
		if n, ok := s.ids[key]; ok {
			page[n] = i
		}
	}
	return page
}

func (s *Survey) countClicks() []int {
	if s.clicks != nil {
		return s.clicks
	}
	s.clicks = make([]int, len(s.Pages))
	page := s.numbered()
	var queue []int
	for i, p := range s.Pages {
		s.clicks[i] = -1
		if p.Via == "start" {
			s.clicks[i] = 0
			queue = append(queue, i)
		}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, e := range s.edges[i] {
			if j, ok := page[e]; ok && s.clicks[j] < 0 {
				s.clicks[j] = s.clicks[i] + 1
				queue = append(queue, j)
			}
		}
	}
	return s.clicks
}
