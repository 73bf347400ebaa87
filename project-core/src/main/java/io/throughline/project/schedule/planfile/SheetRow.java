package io.throughline.project.schedule.planfile;

import java.util.List;

/** A row with the number it has in the file, counted from 1. */
record SheetRow(int number, List<Cell> cells) {

    Cell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
