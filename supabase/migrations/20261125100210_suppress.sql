-- Which numbers of a table are held back, so that none of those shown tells of a small one. The only place that decides it.

-- What a reader loses with a number: little with a cell, much with a total, most with the total of all.
create function private.cost_of(held boolean, figure bigint, is_total boolean, is_grand_total boolean) returns bigint
language sql immutable set search_path = ''
as $$
	select case
		when held then 0
		when is_grand_total then 1000000000000
		when is_total then 1000000000
		else 1000
	end + case when held then 0 else least(figure, 1000000) end
$$;

-- A table of counts with its totals: the last row has the totals of the columns, the last column those of the rows.
-- True is held back.
--
-- Numbers from 1 to `threshold` - 1 are small. To hold back these alone is not enough: a total less what is shown beside it
-- gives them away. So with each small number x others are held back, such that x could be any small number while every
-- shown one stays as it is. Whoever reads them all cannot tell those tables apart:
--
-- - In the table x has a rectangle: what is added to x is taken from the corner along its row and the corner along its
--   column, and added to the one opposite. A corner that is a total moves the other way: what its row gains, it gains.
-- - A total x moves with the cells that it adds up and those of another row (or column): what one gains the other loses,
--   or the totals gain.
--
-- The others have to be large enough to lose it. Of those that are, the cheapest for the reader are taken. The totals are
-- always large enough. To hold back more never narrows what a reader has to reckon with, so one pass is enough.
create function private.suppress(cells bigint[], threshold integer, before boolean[]) returns boolean[]
language plpgsql immutable set search_path = ''
as $$
declare
	-- The last row and the last column.
	bottom constant integer := coalesce(array_length(cells, 1), 0);
	edge constant integer := coalesce(array_length(cells, 2), 0);
	held boolean[] := before;
begin
	if bottom = 0 then
		return '{}';
	end if;
	if held is null then
		held := array_fill(false, array[bottom, edge]);
	end if;
	for i in 1..bottom loop
		for j in 1..edge loop
			held[i][j] := held[i][j] or cells[i][j] between 1 and threshold - 1;
		end loop;
	end loop;
	-- Where all of it is small, nothing of it is shown but zeros.
	if cells[bottom][edge] between 1 and threshold - 1 then
		return held;
	end if;
	for i in 1..bottom - 1 loop
		for j in 1..edge - 1 loop
			if cells[i][j] between 1 and threshold - 1 then
				held := private.suppress_around(cells, held, i, j, threshold);
			end if;
		end loop;
		if cells[i][edge] between 1 and threshold - 1 then
			held := private.suppress_with_total(cells, held, i, threshold);
		end if;
	end loop;
	held := private.transposed(held);
	for j in 1..edge - 1 loop
		if cells[bottom][j] between 1 and threshold - 1 then
			held := private.suppress_with_total(private.transposed(cells), held, j, threshold);
		end if;
	end loop;
	return private.transposed(held);
end
$$;

-- The same with nothing held back before.
create function private.suppress(cells bigint[], threshold integer) returns boolean[]
language sql immutable set search_path = ''
as $$ select private.suppress(cells, threshold, null) $$;

-- A table as it is released at a threshold. Councillors have screens and files: what a screen holds back no file shows, or the
-- numbers that protect a small one in one of them would be in the other.
create function private.suppress_release(council uuid, cells bigint[], threshold integer) returns boolean[]
language sql stable set search_path = ''
as $$
	select case
		when threshold > screen then private.suppress(cells, threshold, private.suppress(cells, screen))
		else private.suppress(cells, threshold)
	end
	from private.threshold_of(council, 'screen') as screen
$$;

-- With one small number of the table: the cheapest rectangle that hides it.
create function private.suppress_around(cells bigint[], held boolean[], i integer, j integer, threshold integer)
returns boolean[]
language plpgsql immutable set search_path = ''
as $$
declare
	bottom constant integer := array_length(cells, 1);
	edge constant integer := array_length(cells, 2);
	up constant bigint := threshold - 1 - cells[i][j];
	down constant bigint := cells[i][j] - 1;
	cost bigint;
	best bigint;
	row_of_best integer;
	column_of_best integer;
begin
	for r in 1..bottom loop
		-- A corner that moves against x has to be able to lose what x may gain; one that moves with it, what x may lose.
		continue when r = i or cells[r][j] < case r when bottom then down else up end;
		for c in 1..edge loop
			continue when c = j
				or cells[i][c] < case c when edge then down else up end
				or cells[r][c] < case (r = bottom) = (c = edge) when true then down else up end;
			cost := private.cost_of(held[r][j], cells[r][j], r = bottom, false)
				+ private.cost_of(held[i][c], cells[i][c], c = edge, false)
				+ private.cost_of(held[r][c], cells[r][c], r = bottom or c = edge, r = bottom and c = edge);
			if best is null or cost < best then
				best := cost;
				row_of_best := r;
				column_of_best := c;
			end if;
		end loop;
	end loop;
	held[row_of_best][j] := true;
	held[i][column_of_best] := true;
	held[row_of_best][column_of_best] := true;
	return held;
end
$$;

-- With the small total of a row: the cheapest other row that may take over what it loses. Its own cells are all small or zero.
create function private.suppress_with_total(cells bigint[], held boolean[], i integer, threshold integer)
returns boolean[]
language plpgsql immutable set search_path = ''
as $$
declare
	bottom constant integer := array_length(cells, 1);
	edge constant integer := array_length(cells, 2);
	up constant bigint := threshold - 1 - cells[i][edge];
	can_lose bigint;
	cost bigint;
	best bigint;
	row_of_best integer;
begin
	for r in 1..bottom loop
		continue when r = i;
		can_lose := 0;
		cost := private.cost_of(held[r][edge], cells[r][edge], true, r = bottom);
		for c in 1..edge - 1 loop
			if cells[i][c] > 0 then
				can_lose := can_lose + cells[r][c];
				cost := cost + private.cost_of(held[r][c], cells[r][c], r = bottom, false);
			end if;
		end loop;
		if (r = bottom or can_lose >= up) and (best is null or cost < best) then
			best := cost;
			row_of_best := r;
		end if;
	end loop;
	for c in 1..edge loop
		held[row_of_best][c] := held[row_of_best][c] or c = edge or cells[i][c] > 0;
	end loop;
	return held;
end
$$;

create function private.transposed(grid anyarray) returns anyarray
language sql immutable set search_path = ''
as $$
	select array_agg(line order by c)
	from (
		select c, array_agg(grid[r][c] order by r) as line
		from generate_subscripts(grid, 1) as r, generate_subscripts(grid, 2) as c
		group by c
	) as lines
$$;

-- The same for a list of counts whose total comes last.
create function private.suppress_list(cells bigint[], threshold integer) returns boolean[]
language sql immutable set search_path = ''
as $$
	select coalesce(array_agg(held[place][1] order by place), '{}')
	from (
		select private.suppress(array_agg(array[figure, figure] order by place), threshold) as held
		from unnest(cells) with ordinality as listed (figure, place)
	) as suppressed, generate_subscripts(held, 1) as place
$$;
